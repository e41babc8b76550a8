import FoundationEssentials
import Token

/// A token that another library made, with PyPI's livekit-api 1.2.2 and PyJWT, and the moment it was made.
enum TokenFixture {
    static let issued = Date(timeIntervalSince1970: 1_767_323_045)
    static let jwt =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
        + "eyJuYW1lIjoiWm9cdTAwZWIiLCJraW5kIjoiYWdlbnQiLCJtZXRhZGF0YSI6IntcImFcIjoxfSIsInZpZGVvIjp7InJvb21Kb2luIjp0"
        + "cnVlLCJyb29tIjoic2Fsb24iLCJjYW5QdWJsaXNoIjp0cnVlLCJjYW5TdWJzY3JpYmUiOnRydWUsImNhblB1Ymxpc2hEYXRhIjpmYWxz"
        + "ZSwiY2FuUHVibGlzaFNvdXJjZXMiOlsibWljcm9waG9uZSJdLCJhZ2VudCI6dHJ1ZX0sImF0dHJpYnV0ZXMiOnsibGFuZyI6ImZyIn0s"
        + "InN1YiI6ImFnZW50LTEiLCJpc3MiOiJkZXZrZXkiLCJuYmYiOjE3NjczMjMwNDUsImV4cCI6MTc2NzMyNjY0NX0"
        + ".14jW8gbAykcN0H7Uyf3tt2qBUkyKDL_dEt43i9L1Hzw"

    static func secret(_ key: String) -> String? {
        key == "devkey" ? "secret" : nil
    }
}
