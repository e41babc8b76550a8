import Document
import Foundation

/// Where the files of the dealership are on this machine.
enum InstalledBusiness {
    /// The folder that the build put beside the program, or that was installed for it. Throws where it was looked for.
    static func folder() throws(InvalidDocument) -> String {
        let folders = candidates
        guard let found = folders.first(where: { FileManager.default.fileExists(atPath: "\($0)/business.yaml") }) else {
            throw InvalidDocument([
                DocumentError(file: "business.yaml", what: "is in none of " + folders.joined(separator: ", "))
            ])
        }
        return found
    }

    private static var candidates: [String] {
        let beside = Bundle.main.bundleURL
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        let bundles = [beside, program].compactMap { $0?.appendingPathComponent("parley_Dealership.resources") }
        let shared = program?.deletingLastPathComponent().appendingPathComponent("share/parley")
        return (bundles + [shared].compactMap { $0 }).map { $0.appendingPathComponent("Business").path }
    }
}
