import Document
import Surface
import Testing

@Suite("The API's documents")
struct DocumentTests {
    private let open = OpenAPI.document(version: "1.0.0")
    private let feeds = AsyncAPI.document(version: "1.0.0")

    @Test("the OpenAPI document has every operation, at its address")
    func operations() {
        for operation in Surface.operations {
            let entry = open["paths"]?[operation.path]?[operation.method.rawValue]
            #expect(entry?["operationId"]?.string == operation.name)
            #expect(entry?["responses"]?["405"] != nil)
        }
        let names = Surface.operations.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test("every parameter in a path is described")
    func parameters() {
        for operation in Surface.operations {
            let inPath = operation.path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                String($0.dropFirst().dropLast())
            }
            #expect(operation.parameters.filter { $0.place == .path }.map(\.name) == inPath, "\(operation.name)")
        }
    }

    @Test("every reference leads somewhere")
    func references() {
        for document in [open, feeds] {
            for path in Self.references(in: document) {
                var place: JSON? = document
                for part in path.dropFirst(2).split(separator: "/") { place = place?[String(part)] }
                #expect(place != nil, "\(path)")
            }
        }
    }

    @Test("a status that is answered and also a problem shows both")
    func both() {
        let content = open["paths"]?["/readyz"]?["get"]?["responses"]?["503"]?["content"]
        #expect(content?["application/json"] != nil)
    }

    @Test("who may use an operation is said, and nothing is open by omission")
    func access() {
        for operation in Surface.operations where operation.access != .open {
            let entry = open["paths"]?[operation.path]?[operation.method.rawValue]
            #expect(entry?["security"]?.elements.isEmpty == false, "\(operation.name)")
        }
    }

    @Test("the AsyncAPI document has every type of frame in both channels")
    func frames() {
        for kind in EventKind.all {
            let name = kind.sender == .client ? "client_\(kind.type)" : kind.type
            #expect(feeds["components"]?["messages"]?[name]?["payload"]?["properties"]?["type"] != nil)
            #expect(feeds["channels"]?["session"]?["messages"]?[name] != nil)
        }
    }

    private static func references(in value: JSON) -> [String] {
        switch value {
        case .object(let fields):
            fields.flatMap { key, value in key == "$ref" ? [value.string ?? ""] : references(in: value) }
        case .array(let elements): elements.flatMap(references)
        default: []
        }
    }
}
