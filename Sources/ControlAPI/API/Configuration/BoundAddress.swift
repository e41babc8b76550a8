/// Where the server turned out to listen.
package struct BoundAddress: Hashable, Sendable {
    package let host: String
    package let port: Int

    /// The address of the caller page.
    package var url: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }
}
