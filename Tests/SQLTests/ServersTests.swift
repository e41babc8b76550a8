import Testing

@testable import Servers

@Suite("Servers for tests") struct ServersTests {
    @Test("a program that is missing is told with the package that has it")
    func missing() {
        let error = #expect(throws: ServerError.self) {
            try Program("no-such-server", in: ["/usr/lib/no-such/*/bin"], package: "some-package")
        }
        #expect(error == .missing(program: "no-such-server", package: "some-package"))
        #expect(error?.description.contains("install the Debian package some-package") == true)
    }

    @Test("a server that does not start fails with what it wrote")
    func failure() async throws {
        let program = try Program("ls", package: "coreutils")
        let error = await #expect(throws: ServerError.self) { try await Command(program, ["/no/such/folder"]).run() }
        guard case .failed(let path, let output)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == program.path)
        #expect(output.contains("/no/such/folder"))
    }
}
