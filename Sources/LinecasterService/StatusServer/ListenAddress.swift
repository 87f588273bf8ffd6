import Glibc
public import LinecasterKit

/// Where the daemon tells how it is.
public enum ListenAddress: ConfigValue, Hashable {
    /// A numeric address, IPv6 without brackets, and a port; port 0 lets the system choose.
    case internet(host: String, port: UInt16, isVersion6: Bool)
    /// A Unix domain socket.
    case unix(path: String)
    /// Nowhere.
    case none

    public static var form: ConfigForm {
        .pattern("an address and port such as 127.0.0.1:7077 or [::1]:7077, unix:PATH, or none", regex: "^(none|unix:.+|.+:[0-9]+)$")
    }

    public init(_ node: ConfigNode) throws(ConfigMismatch) {
        guard case .scalar(let text, _) = node.content, let address = Self(text) else {
            throw ConfigMismatch(Self.form.description, at: node)
        }
        self = address
    }

    /// Reads an address; nil when it is none. `localhost` stands for 127.0.0.1.
    init?(_ text: String) {
        if text == "none" {
            self = .none
        } else if text.hasPrefix("unix:") {
            let path = String(text.dropFirst(5))
            guard unixAddress(path) != nil, !path.hasPrefix("@") else { return nil }
            self = .unix(path: path)
        } else {
            guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return nil }
            let host = text[..<colon]
            if host == "localhost" {
                self = .internet(host: "127.0.0.1", port: port, isVersion6: false)
            } else if host.hasPrefix("["), host.hasSuffix("]") {
                let inner = String(host.dropFirst().dropLast())
                var address = in6_addr()
                guard inet_pton(AF_INET6, inner, &address) == 1 else { return nil }
                self = .internet(host: inner, port: port, isVersion6: true)
            } else {
                var address = in_addr()
                guard inet_pton(AF_INET, String(host), &address) == 1 else { return nil }
                self = .internet(host: String(host), port: port, isVersion6: false)
            }
        }
    }

    public var configText: String {
        switch self {
        case .internet(let host, let port, isVersion6: false): "\(host):\(port)"
        case .internet(let host, let port, isVersion6: true): "[\(host)]:\(port)"
        case .unix(let path): "unix:\(path)"
        case .none: "none"
        }
    }

    /// Whether other machines may reach it.
    var isBeyondLoopback: Bool {
        switch self {
        case .internet(let host, _, isVersion6: false): !host.hasPrefix("127.")
        case .internet(let host, _, isVersion6: true): host != "::1"
        case .unix, .none: false
        }
    }
}
