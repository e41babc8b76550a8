import Surface

extension Routes {
    /// The API and its feeds, described; made once.
    func addDescriptions(to endpoints: inout Endpoints) {
        let openAPI = HTTPReply(OpenAPI.document(version: ControlConfiguration.version))
        let asyncAPI = HTTPReply(AsyncAPI.document(version: ControlConfiguration.version))
        endpoints.serve("openAPI") { _ in openAPI }
        endpoints.serve("asyncAPI") { _ in asyncAPI }
        let graph = HTTPReply(plane.graph)
        endpoints.serve("graph") { _ in graph }
    }
}
