import ArgumentParser
import Foundation
import Token

/// Makes access tokens.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make an access token and print it.",
        discussion: """
            With --room the token admits a participant to that room. With --worker it lets a voice worker register; with \
            --admin it may list, make and delete rooms, and with --admin --room it may also administer that room. Treat \
            the output as a password: it opens the door until it expires.
            """)

    @Option(help: "The room to join, or with --admin to administer.")
    var room: String?

    @Option(help: "Who joins. Default: a random name.")
    var identity: String?

    @Option(help: "The name other participants see.")
    var name: String?

    @Flag(help: "Join as an agent.")
    var agent = false

    @Flag(help: "Join unseen, only to listen.")
    var hidden = false

    @Flag(help: "For a voice worker.")
    var worker = false

    @Flag(help: "For the server's HTTP API.")
    var admin = false

    @Option(help: "Minutes until it expires.")
    var minutes = 360

    @OptionGroup var keys: KeyOptions

    func validate() throws {
        if worker && (admin || room != nil) { throw ValidationError("--worker stands alone.") }
        if !worker && !admin && room == nil { throw ValidationError("Give --room, --worker or --admin.") }
        if room?.isEmpty == true { throw ValidationError("--room must not be empty.") }
        if !(1...525_600).contains(minutes) { throw ValidationError("--minutes must be between 1 and 525600.") }
    }

    func run() async throws {
        let (key, secret) = try keys.pair(allowsDefault: true)
        do throws(TokenError) {
            Console.print(try token.signed(key: key, secret: secret, now: Date(), validFor: .seconds(60 * minutes)))
        } catch {
            throw CommandFailure(.usage, "the API key and its secret must not be empty.")
        }
    }

    private var token: AccessToken {
        if worker { return AccessToken(grants: .worker) }
        if admin { return AccessToken(grants: administration) }
        var grant = VideoGrant.join(room ?? "")
        if hidden {
            grant.hidden = true
            grant.canPublish = false
            grant.canPublishData = false
        }
        return AccessToken(
            identity: identity ?? RandomName.make("participant"), name: name, kind: agent ? .agent : .standard,
            grants: grant)
    }

    private var administration: VideoGrant {
        var grant = VideoGrant()
        grant.roomCreate = true
        grant.roomList = true
        if let room {
            grant.roomAdmin = true
            grant.room = room
        }
        return grant
    }
}
