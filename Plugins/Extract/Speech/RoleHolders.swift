import LinecasterKit

/// Who has which role in an article, for speakers by a title alone: `校长说`.
struct RoleHolders {
    /// Each person's roles.
    private var roles: [String: Set<String>] = [:]

    init(_ people: [Mention]) {
        for person in people where !person.value.roles.isEmpty { roles[person.value.name, default: []].formUnion(person.value.roles) }
    }

    /// Whom a title means: of whom the text was speaking, if it is that person's, or the one person in the article who has it.
    ///
    /// - Returns: nil where nobody has it, or several.
    func holder(of title: String, last: String?) -> String? {
        func holds(_ name: String) -> Bool { roles[name]?.contains { $0.hasSuffix(title) } == true }
        if let last, holds(last) { return last }
        let holders = roles.keys.filter(holds)
        return holders.count == 1 ? holders.first : nil
    }
}
