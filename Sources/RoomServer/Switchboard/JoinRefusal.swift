/// Why a WebSocket is not opened: an HTTP status and a sentence.
package struct JoinRefusal: Error, Hashable, Sendable {
    package let status: Int
    package let text: String

    package static func unauthorized(_ text: String) -> JoinRefusal { JoinRefusal(status: 401, text: text) }
    package static func badRequest(_ text: String) -> JoinRefusal { JoinRefusal(status: 400, text: text) }
    /// As from a server that has no such path; clients of the newer form then try the older one.
    package static var notFound: JoinRefusal { JoinRefusal(status: 404, text: "") }
}
