/// The character encodings in which plain text may come.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "Big5"
    case shiftJIS = "Shift_JIS"
    case windows1252 = "windows-1252"

    /// The name by which iconv knows the encoding.
    var iconvName: String {
        switch self {
        case .big5: "BIG5"
        case .shiftJIS: "CP932"
        case .windows1252: "CP1252"
        default: rawValue
        }
    }
}
