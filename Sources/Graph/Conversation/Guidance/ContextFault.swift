/// Why a correction of what is known was not taken; nothing was changed.
package struct ContextFault: Error, Hashable, Sendable {
    /// Such as `booking_slots.preferred_date`.
    package let path: String
    /// A slug: `unknown`, `malformed`, `closed`, `past`, `too-far`, `not-offered`.
    package let reason: String
}

extension ContextFault: CustomStringConvertible {
    package var description: String { "\(path): \(reason)" }
}
