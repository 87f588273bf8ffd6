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

/// A path with a mark before its ending: `a/b.txt` and `x` give `a/b-x.txt`; the name is cut where it would be too long.
func marked(_ path: String, _ mark: String, reserve: Int = 0) -> String {
    let stem = withoutExtension(path)
    return ended(stem, "-\(mark)\(path.dropFirst(stem.count))", reserve: reserve)
}

/// A path with an ending, its name cut before the ending where it would be longer than the system allows, 255 bytes.
///
/// - Parameter reserve: Bytes that must stay free for what is added to the name later.
func ended(_ path: String, _ ending: String, reserve: Int = 0) -> String {
    let last = name(of: path)
    let room = max(1, 255 - reserve - ending.utf8.count)
    guard last.utf8.count > room else { return path + ending }
    var bytes = Array(last.utf8.prefix(room))
    // Not in the middle of a character.
    while !bytes.isEmpty, String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
    return path.dropLast(last.count) + String(decoding: bytes, as: UTF8.self) + ending
}
