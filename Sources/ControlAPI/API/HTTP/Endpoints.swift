import HTTPTypes
import Hummingbird
import HummingbirdCore
import Surface

/// What each operation of the surface does, by its name, and the pages beside them. A known path with another method answers
/// 405 and names what it allows.
struct Endpoints {
    typealias Handler = @Sendable (Call) async throws -> HTTPReply
    typealias Page = @Sendable (Request, APIContext) async throws -> Response

    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
    private var handlers: [String: Handler] = [:]
    private var pages: [String: Page] = [:]

    /// Says what an operation does. Twice the same name is a broken invariant.
    mutating func serve(_ name: String, by handler: @escaping Handler) {
        precondition(handlers.updateValue(handler, forKey: name) == nil, "\(name) is served twice")
    }

    /// A page, or anything else that is read and is no operation; in the router's notation.
    mutating func page(_ path: String, by page: @escaping Page) {
        pages[path] = page
    }

    /// Operations that nothing serves, and names that are no operation: none, or the program is wrong.
    func gaps(in operations: [Operation]) -> [String] {
        let names = Set(operations.map(\.name))
        return names.symmetricDifference(handlers.keys).sorted()
    }

    /// Adds every operation and every page to a router that already has its middleware.
    func install(_ operations: [Operation], in router: Router<APIContext>, through entrance: Entrance) {
        let gaps = gaps(in: operations)
        precondition(gaps.isEmpty, "operations and what serves them differ: \(gaps.joined(separator: ", "))")
        var served: [String: [(method: HTTPRequest.Method, page: Page)]] = [:]
        // A router looks at what was added first, first: what is asked for most is asked for by operations.
        var paths: [String] = []
        for operation in operations {
            guard let handler = handlers[operation.name] else { continue }
            if served[operation.route] == nil { paths.append(operation.route) }
            served[operation.route, default: []].append(
                (
                    operation.method.http,
                    { request, context in
                        try await entrance.answer(request, context, for: operation, by: handler)
                    }
                ))
        }
        for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
            if served[path] == nil { paths.append(path) }
            served[path, default: []].append((.get, page))
        }
        for path in paths { install(served[path] ?? [], at: path, in: router) }
    }

    private func install(
        _ known: [(method: HTTPRequest.Method, page: Page)], at path: String, in router: Router<APIContext>
    ) {
        let allowed = known.map(\.method)
        for method in Self.methods {
            let served = method == .head && !allowed.contains(.head) ? .get : method
            if let page = known.first(where: { $0.method == served })?.page {
                router.on(RouterPath(path), method: method, use: page)
            } else {
                router.on(RouterPath(path), method: method) { _, _ -> Response in throw Problem.notAllowed(allowed) }
            }
        }
    }
}

extension Operation {
    /// The path in the router's notation: `{name}` is `:name`.
    var route: String { path.replacing("{", with: ":").replacing("}", with: "") }
}

extension Operation.Method {
    var http: HTTPRequest.Method {
        switch self {
        case .get: .get
        case .post: .post
        case .put: .put
        case .patch: .patch
        case .delete: .delete
        }
    }
}
