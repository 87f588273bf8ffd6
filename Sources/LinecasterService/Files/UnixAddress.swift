import Glibc

/// The address of a unix socket; nil where the path is too long. A leading `@` stands for the zero byte of an abstract
/// address.
func unixAddress(_ path: String) -> (sockaddr_un, socklen_t)? {
    var target = sockaddr_un()
    target.sun_family = sa_family_t(AF_UNIX)
    var name = Array(path.utf8)
    guard !name.isEmpty, name.count < MemoryLayout.size(ofValue: target.sun_path) else { return nil }
    if name[0] == UInt8(ascii: "@") { name[0] = 0 }
    withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: name) }
    return (target, socklen_t(MemoryLayout.offset(of: \sockaddr_un.sun_path) ?? 2) + socklen_t(name.count))
}
