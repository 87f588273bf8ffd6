/// A path below a folder.
func path(_ folder: String, _ name: String) -> String { folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }

/// The folder of a path; "." where it names none.
func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last part of a path.
func name(of path: String) -> String { path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path }

/// A path without the ending of its last part.
func withoutExtension(_ path: String) -> String {
    let last = name(of: path)
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return path }
    return String(path.dropLast(last.distance(from: dot, to: last.endIndex)))
}

/// A path with a mark before its ending: `a/b.txt` and `x` give `a/b-x.txt`.
func marked(_ path: String, _ mark: String) -> String {
    let stem = withoutExtension(path)
    return "\(stem)-\(mark)\(path.dropFirst(stem.count))"
}
