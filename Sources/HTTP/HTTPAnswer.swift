/// What a server answered.
package struct HTTPAnswer: Hashable, Sendable {
    package let status: Int
    package let body: [UInt8]
}
