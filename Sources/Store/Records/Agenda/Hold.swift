/// One quarter of an hour of one holder: what cannot be given away twice.
struct Hold: Hashable, Sendable {
    let holder: Holder
    /// 0…95.
    let quarter: Int
}
