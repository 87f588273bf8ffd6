extension JSONSchema {
    /// The schema of the messages between Linecaster and a program, as JSON text.
    public static var programMessages: String {
        String(decoding: PackageResources.stage_protocol_schema_json, as: UTF8.self)
    }
}
