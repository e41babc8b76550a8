import Access
import Document
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Store

/// Turns whatever a route throws into problem+json; no error leaves the server in another shape. Names every request.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = APIContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let mark = RequestMark.of(request)
        var context = context
        context.mark = mark
        var response: Response
        do {
            response = try await next(request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            response = Self.response(Self.problem(error, mark, request, context), mark, request.uri.path)
        }
        response.headers.append(HTTPField(name: .requestID, value: mark))
        return response
    }

    private static func problem(_ error: any Error, _ mark: String, _ request: Request, _ context: Context) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case is NIOTooManyBytesError: return .tooLarge
        case let error as HTTPError where error.status == .notFound: return .notFound
        case let error as StoreError:
            context.logger.error("the store failed", metadata: ["request": "\(mark)", "error": "\(error)"])
            return Problem(error)
        case let error as AccessError: return Problem(error)
        default:
            context.logger.error(
                "request failed", metadata: ["path": "\(request.uri.path)", "request": "\(mark)", "error": "\(error)"])
            return .failed
        }
    }

    private static func response(_ problem: Problem, _ mark: String, _ path: String) -> Response {
        var response = Response(json: problem.body(at: path, request: mark), status: problem.status)
        response.headers.append(contentsOf: problem.headers)
        response.headers[.contentType] = "application/problem+json"
        return response
    }
}
