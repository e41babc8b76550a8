package import Document
import Supervision

/// The operations as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.0).
package enum OpenAPI {
    /// - Parameter version: of the API.
    package static func document(_ operations: [Operation] = Surface.operations, version: String) -> JSON {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Parley", "version": .string(version),
                "description": "Sessions, feeds and commands of a voice agent, for supervisors and integrators.",
                "license": ["name": "Apache 2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "tags": .array(chapters(operations).map { ["name": .string($0)] }),
            "paths": paths(operations),
            "components": [
                "securitySchemes": securitySchemes,
                "schemas": ["Problem": problem],
            ],
        ]
    }

    /// The chapters in the order in which they first appear.
    static func chapters(_ operations: [Operation]) -> [String] {
        var seen: Set<String> = []
        return operations.map(\.chapter).filter { seen.insert($0).inserted }
    }

    private static func paths(_ operations: [Operation]) -> JSON {
        var paths: [String: [String: JSON]] = [:]
        for operation in operations {
            paths[operation.path, default: [:]][operation.method.rawValue] = entry(operation)
        }
        return .object(paths.mapValues(JSON.object))
    }

    private static func entry(_ operation: Operation) -> JSON {
        var entry: [String: JSON] = [
            "operationId": .string(operation.name), "summary": .string(operation.summary),
            "tags": [.string(operation.chapter)], "security": security(operation.access),
            "responses": responses(operation),
        ]
        var parameters = operation.parameters.map(parameter)
        if operation.idempotency != .none { parameters.append(idempotencyKey(operation.idempotency)) }
        if !parameters.isEmpty { entry["parameters"] = .array(parameters) }
        if let body = operation.body {
            entry["requestBody"] = [
                "required": .bool(operation.isBodyRequired),
                "content": ["application/json": ["schema": body.jsonSchema()]],
            ]
        }
        if case .roles(let roles, _) = operation.access {
            entry["x-roles"] = .array(roles.map(\.rawValue).sorted().map(JSON.string))
        }
        return .object(entry)
    }

    private static func parameter(_ parameter: Operation.Parameter) -> JSON {
        var fields: [String: JSON] = [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
            "required": .bool(parameter.isRequired), "schema": parameter.schema.jsonSchema(),
        ]
        if let description = parameter.schema.description { fields["description"] = .string(description) }
        return .object(fields)
    }

    private static func idempotencyKey(_ idempotency: Operation.Idempotency) -> JSON {
        [
            "name": "Idempotency-Key", "in": "header", "required": .bool(idempotency == .required),
            "description": "The same request with the same key is answered once, for 24 hours.",
            "schema": ["type": "string", "minLength": 1, "maxLength": 255],
        ]
    }

    // MARK: Answers

    private static func responses(_ operation: Operation) -> JSON {
        var responses: [String: JSON] = [:]
        for (status, answers) in Dictionary(grouping: operation.answers, by: \.status) {
            responses["\(status)"] = response(answers)
        }
        for (status, kinds) in Dictionary(grouping: operation.allProblems, by: \.status) {
            // A status that is also an answer, such as an unhealthy server's 503, keeps its meaning and gets the problems too.
            responses["\(status)"] = problems(kinds, beside: responses["\(status)"])
        }
        return .object(responses)
    }

    /// What is answered with one status: in one form, or in whichever was asked for.
    private static func response(_ answers: [Operation.Answer]) -> JSON {
        var content: [String: JSON] = [:]
        for answer in answers where answer.status != 204 {
            content[answer.mediaType] = answer.schema.map { ["schema": open($0.jsonSchema())] } ?? [:]
        }
        var response: [String: JSON] = [
            "description": .string(answers.map(\.meaning).joined(separator: "; "))
        ]
        if !content.isEmpty { response["content"] = .object(content) }
        return .object(response)
    }

    private static func problems(_ kinds: [ProblemKind], beside answer: JSON?) -> JSON {
        let codes = kinds.map(\.rawValue)
        let content: JSON = [
            "schema": [
                "allOf": [
                    ["$ref": "#/components/schemas/Problem"],
                    ["properties": ["code": ["enum": .array(codes.map(JSON.string))]]],
                ]
            ]
        ]
        guard case .object(var answer) = answer else {
            let titles = kinds.map(\.title).joined(separator: "; ")
            return ["description": .string(titles), "content": ["application/problem+json": content]]
        }
        if case .object(var types) = answer["content"] {
            types["application/problem+json"] = content
            answer["content"] = .object(types)
        }
        return .object(answer)
    }

    /// What is answered may have more members than are described, for clients ignore what they do not know; and a member that
    /// need not be there may be null.
    private static func open(_ schema: JSON) -> JSON {
        switch schema {
        case .object(var fields):
            if fields["additionalProperties"] == false { fields["additionalProperties"] = nil }
            fields = fields.mapValues(open)
            if case .object(let properties) = fields["properties"] {
                let required = Set(fields["required"]?.elements.compactMap(\.string) ?? [])
                let shown = properties.map { ($0.key, required.contains($0.key) ? $0.value : nullable($0.value)) }
                fields["properties"] = .object(Dictionary(shown) { first, _ in first })
            }
            return .object(fields)
        case .array(let elements): return .array(elements.map(open))
        default: return schema
        }
    }

    private static func nullable(_ schema: JSON) -> JSON {
        schema == [:] ? schema : ["anyOf": [schema, ["type": "null"]]]
    }

    // MARK: Components

    private static func security(_ access: Operation.Access) -> JSON {
        switch access {
        case .open: []
        case .signed: [["signature": []]]
        case .roles(_, let grant): [["bearer": [.string(grant)]], ["ticket": [.string(grant)]]]
        }
    }

    private static let securitySchemes: JSON = [
        "bearer": [
            "type": "http", "scheme": "bearer",
            "description":
                "An access token (`POST /api/auth/login`), a caller's token (`POST /api/sessions`) or an API key.",
        ],
        "ticket": [
            "type": "apiKey", "in": "query", "name": "ticket",
            "description": "For streams in a browser: from `POST /api/stream-tickets`, for one minute and one use.",
        ],
        "signature": [
            "type": "http", "scheme": "bearer", "description": "Checked by the operation itself.",
        ],
    ]

    private static let problem: JSON = [
        "type": "object",
        "description": "An error (RFC 9457).",
        "required": ["type", "title", "status", "detail", "code", "instance", "request_id"],
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
            "detail": ["type": "string"], "instance": ["type": "string"],
            "code": ["type": "string", "enum": .array(ProblemKind.allCases.map { .string($0.rawValue) })],
            "request_id": ["type": "string"],
            "errors": [
                "type": "array",
                "items": [
                    "type": "object", "required": ["pointer", "detail"],
                    "properties": ["pointer": ["type": "string"], "detail": ["type": "string"]],
                ],
            ],
        ],
    ]
}
