import Access
import Secure

extension Redacted<String> {
    /// Whether an `Authorization` field bears this secret; takes the same time whatever it bears.
    func isBorne(by field: String?) -> Bool {
        guard let field else { return false }
        return constantTimeEquals(Array(field.utf8), Array("Bearer \(revealed)".utf8))
    }
}
