import Foundation

/// The pages, read into memory once: nothing a client sends ever names a file on disk.
struct PageFiles: Sendable {
    struct File: Sendable {
        let type: String
        let bytes: [UInt8]
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml", "png": "image/png",
    ]

    private static let callerPage = "caller.html"

    private let files: [String: File]

    /// Reads `folder`, or what the build put beside the executable. Callers are asked for their consent where calls are
    /// recorded.
    init(folder: String?, recordsCalls: Bool = false) throws(ControlError) {
        let folders = folder.map { [$0] } ?? Self.installed
        for candidate in folders {
            var files = Self.read(candidate)
            if let page = files[Self.callerPage] {
                if recordsCalls { files[Self.callerPage] = Self.asking(page) }
                self.files = files
                return
            }
        }
        throw .pagesMissing(looked: folders)
    }

    subscript(name: String) -> File? { files[name] }

    /// The caller page of a desk that records calls: its box for the caller's consent is shown.
    private static func asking(_ page: File) -> File {
        let text = String(decoding: page.bytes, as: UTF8.self).replacing(
            #" id="consent" hidden>"#, with: #" id="consent">"#)
        return File(type: page.type, bytes: Array(text.utf8))
    }

    private static var installed: [String] {
        let beside = Bundle.main.bundleURL
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        let bundles = [beside, program].compactMap { $0?.appendingPathComponent("parley_ControlAPI.resources") }
        let shared = program?.deletingLastPathComponent().appendingPathComponent("share/parley")
        return (bundles + [shared].compactMap { $0 }).map { $0.appendingPathComponent("Pages").path }
    }

    private static func read(_ folder: String) -> [String: File] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var files: [String: File] = [:]
        for name in names {
            guard let type = types[String(name.split(separator: ".").last ?? "")],
                let data = FileManager.default.contents(atPath: "\(folder)/\(name)")
            else { continue }
            files[name] = File(type: type, bytes: Array(data))
        }
        return files
    }
}
