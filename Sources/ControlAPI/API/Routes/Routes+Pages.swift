import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Surface

extension Routes {
    /// `/`, `/supervisor`, the files they use under `/assets/`, and a page for each kind of problem.
    func addPages(to endpoints: inout Endpoints) {
        endpoints.page("/") { _, _ in try page("caller.html") }
        endpoints.page("/supervisor") { _, _ in try page("supervisor.html") }
        endpoints.page("/reference") { _, _ in try page("reference.html") }
        endpoints.page("/favicon.ico") { _, _ in try page("mark.svg") }
        endpoints.page("/assets/:name") { _, context in try page(context.parameters.get("name") ?? "") }
        endpoints.page("/problems/:slug") { _, context in
            guard let kind = ProblemKind(rawValue: context.parameters.get("slug") ?? "") else { throw Problem.notFound }
            return HTTPReply(Array(kind.page.utf8), type: "text/plain; charset=utf-8").response
        }
    }

    private func page(_ name: String) throws -> Response {
        guard let file = plane.files[name] else { throw Problem.notFound }
        return Response(
            status: .ok, headers: [.contentType: file.type], body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}

extension ProblemKind {
    /// What a problem's `type` leads to.
    fileprivate var page: String { "\(title) (\(status), \(rawValue))\n\n\(advice)\n" }
}
