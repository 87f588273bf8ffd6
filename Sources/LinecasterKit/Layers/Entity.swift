/// What kind of thing a name names.
public enum EntityKind: String, Codable, Hashable, Sendable, CaseIterable {
    case person, organization, place
}

/// A name in the text.
public struct Entity: Codable, Hashable, Sendable {
    public var kind: EntityKind
    /// The full name of what is meant, which the text at this place may shorten.
    public var name: String
    /// A person's roles as the text gives them here.
    public var roles: [String]
    /// The organization that a role belongs to, where the text names one.
    public var organization: String?

    public init(kind: EntityKind, name: String, roles: [String] = [], organization: String? = nil) {
        self.kind = kind
        self.name = name
        self.roles = roles
        self.organization = organization
    }
}

extension Layer where Item == Entity {
    /// The names in the text, in order.
    public static var entities: Layer<Entity> { Layer("entities") }
}

/// A person that the article speaks of.
public struct Person: Codable, Hashable, Sendable {
    /// The fullest name that the article gives.
    public var name: String
    /// Every role that the article gives, in order of appearance.
    public var roles: [String]
    /// The person's mentions, as indices into the layer `entities`.
    public var mentions: [Int]

    public init(name: String, roles: [String], mentions: [Int]) {
        self.name = name
        self.roles = roles
        self.mentions = mentions
    }
}

extension Layer where Item == Person {
    /// The people of the article; each range is the first mention.
    public static var people: Layer<Person> { Layer("people") }
}
