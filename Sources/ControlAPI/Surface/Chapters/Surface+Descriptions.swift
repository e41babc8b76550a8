import Document
import Supervision

extension Surface {
    /// The API, described for programs.
    static let descriptions: [Operation] = [
        Operation(
            "openAPI", .get, "/openapi.json", "This API as OpenAPI 3.1", in: "Descriptions", for: .open,
            answers: [Operation.Answer(200, "The document", .fields)]),
        Operation(
            "asyncAPI", .get, "/asyncapi.json", "The feeds as AsyncAPI 3.0", in: "Descriptions", for: .open,
            answers: [Operation.Answer(200, "The document", .fields)]),
        Operation(
            "graph", .get, "/api/graph", "The conversation's graph: its nodes, and what leads where",
            in: "Descriptions", for: .roles([.operator, .supervisor, .admin], grant: "session:read"),
            answers: [Operation.Answer(200, "The graph", .fields)]),
    ]
}
