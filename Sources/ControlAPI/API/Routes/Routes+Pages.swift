import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Routes {
    /// `/`, `/supervisor`, and the files they use under `/assets/`.
    func addPages(to endpoints: inout Endpoints) {
        endpoints.on(.get, "/") { _, _ in try page("caller.html") }
        endpoints.on(.get, "/supervisor") { _, _ in try page("supervisor.html") }
        endpoints.on(.get, "/favicon.ico") { _, _ in try page("mark.svg") }
        endpoints.on(.get, "/assets/:name") { _, context in try page(context.parameters.get("name") ?? "") }
    }

    private func page(_ name: String) throws -> Response {
        guard let file = files[name] else { throw Problem.notFound }
        return Response(
            status: .ok, headers: [.contentType: file.type], body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}
