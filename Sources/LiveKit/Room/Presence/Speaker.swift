/// Who speaks, how loud.
package struct Speaker: Hashable, Sendable {
    package let participantSID: String
    /// 0 to 1.
    package let level: Float
    package let isActive: Bool
}
