/// What a server answered.
struct HTTPAnswer: Hashable, Sendable {
    let status: Int
    let body: [UInt8]
}
