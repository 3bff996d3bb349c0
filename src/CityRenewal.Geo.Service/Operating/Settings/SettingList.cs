using CityRenewal.Geo.Service.Operating.Tls;
using CityRenewal.Geo.Stores.Offices;
using static CityRenewal.Geo.Service.Operating.Settings.SettingValues;

namespace CityRenewal.Geo.Service.Operating.Settings;

/// <summary>Everything that can be set, in the order in which people look for it.</summary>
public static class SettingList
{
    /// <summary>All settings.</summary>
    public static IReadOnlyList<Setting> All { get; } = [.. Office(), .. Access(), .. Limits(), .. Running()];

    private static IEnumerable<Setting> Office() =>
    [
        new("store", "renewal-office", "Folder in which the office is kept, made where there is none; or a PostGIS database as postgresql://USER@HOST/DATABASE.", (options, given) => options with { Store = Text(given) }),
        new("cities", "none", "City files that lie elsewhere; each is called by its file name.", (options, given) => options with { Cities = CitiesOf(given) }) { IsList = true },
        new("json_port", "5080", "Port on loopback for JSON, 0 for any free one.", (options, given) => options with { JsonPort = Whole(given, 0, 65535) }),
        new("grpc_port", "5081", "Port on loopback for gRPC, 0 for any free one.", (options, given) => options with { GrpcPort = Whole(given, 0, 65535) }),
        new("listen", "loopback only", "ADDRESS:PORT for gRPC and JSON together, in place of loopback; one that others reach needs TLS and access.", (options, given) => options with { Listen = EndPoint(given) }),
        new("tls.certificate", "none", "Certificate as PEM, with those above it, or as PFX.", (options, given) => options with { Tls = (options.Tls ?? NoTls) with { Certificate = Text(given) } }),
        new("tls.key", "in the certificate's file", "Private key of the certificate as PEM.", (options, given) => options with { Tls = (options.Tls ?? NoTls) with { Key = Text(given) } }),
        new("tls.password", "none", "Password of the PFX or key; better in the environment than in a file.", (options, given) => options with { Tls = (options.Tls ?? NoTls) with { Password = Text(given) } }),
    ];

    private static IEnumerable<Setting> Access() =>
    [
        new("access.keys_file", "no keys", "File of hashed keys of tools, as renewal serve keys makes it.", (options, given) => options with { Access = options.Access with { KeysFile = Text(given) } }),
        new("access.authority", "no tokens", "Address of the OpenID Connect issuer whose tokens are taken.", (options, given) => options with { Access = options.Access with { Authority = Address(given) } }),
        new("access.signing_key", "that of the authority", "File of the key that tokens are signed with: public PEM, or a secret of at least 32 bytes as base64.", (options, given) => options with { Access = options.Access with { SigningKeyFile = Text(given) } }),
        new("access.issuer", "that of the authority", "Whom tokens must be issued by (iss).", (options, given) => options with { Access = options.Access with { Issuer = Text(given) } }),
        new("access.audience", "none", "Whom tokens must be issued for (aud).", (options, given) => options with { Access = options.Access with { Audience = Text(given) } }),
        new("access.name_claim", "sub", "Claim that names the caller.", (options, given) => options with { Access = options.Access with { NameClaim = Text(given) } }),
        new("access.role_claim", "role", "Claim with the role: reader, planner, chief_planner or administrator.", (options, given) => options with { Access = options.Access with { RoleClaim = Text(given) } }),
        new("access.district_claim", "nobody is confined", "Claim with the ids of the cities that the caller is confined to, * for all.", (options, given) => options with { Access = options.Access with { DistrictClaim = Text(given) } }),
        new("web.origins", "none", "Origins whose pages may call, over gRPC-Web and JSON.", (options, given) => options with { Origins = [.. given.Select(Origin)] }) { IsList = true },
    ];

    private static IEnumerable<Setting> Limits() =>
    [
        new("limits.message_mb", "64", "Largest message that is read, MB, 1 to 1,024.", (options, given) => options with { Limits = options.Limits with { MessageBytes = Megabytes(given) } }),
        new("limits.answer_mb", "256", "Largest message that is sent, MB, 1 to 1,024.", (options, given) => options with { Limits = options.Limits with { AnswerBytes = Megabytes(given) } }),
        new("limits.anonymous_message_mb", "1", "Largest message of somebody without a name, MB.", (options, given) => options with { Limits = options.Limits with { AnonymousMessageBytes = Megabytes(given) } }),
        new("limits.upload_mb", "8192", "Largest upload of layers in all its messages, MB.", (options, given) => options with { Limits = options.Limits with { UploadBytes = (long)Whole(given, 1, 1_000_000) << 20 } }),
        new("limits.vertices", "2000000", "Most vertices in a message.", (options, given) => options with { Limits = options.Limits with { Vertices = Whole(given, 1000, int.MaxValue) } }),
        new("limits.geometry_vertices", "1000000", "Most vertices of one geometry.", (options, given) => options with { Limits = options.Limits with { GeometryVertices = Whole(given, 100, int.MaxValue) } }),
        new("limits.depth", "4", "How deep collections of geometries may lie in each other, 1 to 64.", (options, given) => options with { Limits = options.Limits with { Depth = Whole(given, 1, 64) } }),
        new("limits.calls_per_second", "2000", "Calls per second of one caller in the long run; a single user on loopback is not counted.", (options, given) => options with { Limits = options.Limits with { CallsPerSecond = Whole(given, 1, 1_000_000) } }),
        new("limits.calls_saved", "4000", "Calls that one caller may have saved up.", (options, given) => options with { Limits = options.Limits with { CallsSaved = Whole(given, 1, 1_000_000) } }),
        new("limits.calls_at_once", "256", "Calls of one caller at once.", (options, given) => options with { Limits = options.Limits with { CallsAtOnce = Whole(given, 1, 100_000) } }),
        new("limits.anonymous_calls_at_once", "16", "Calls at once from one address whose callers have no name.", (options, given) => options with { Limits = options.Limits with { AnonymousCallsAtOnce = Whole(given, 1, 100_000) } }),
        new("limits.all_calls_at_once", "1000", "Calls of all callers at once.", (options, given) => options with { Limits = options.Limits with { AllCallsAtOnce = Whole(given, 1, 100_000) } }),
        new("limits.connections", "2000", "Connections at once.", (options, given) => options with { Limits = options.Limits with { Connections = Whole(given, 1, 1_000_000) } }),
        new("limits.silence_s", "60", "How long a caller may be silent in a stream, or not read one, s, 1 to 3,600.", (options, given) => options with { Limits = options.Limits with { Silence = Seconds(given, 1, 3600) } }),
    ];

    private static IEnumerable<Setting> Running() =>
    [
        new("runs.at_once", "1", "Runs that are worked on at once, 1 to 64.", (options, given) => options with { Runs = options.Runs with { AtOnce = Whole(given, 1, 64) } }),
        new("runs.most_waiting", "64", "Runs that may wait, 1 to 10,000.", (options, given) => options with { Runs = options.Runs with { MostWaiting = Whole(given, 1, 10_000) } }),
        new("log.level", "information, on loopback warning", "From which level on events are written to standard error: none, error, warning or information (a line for every call).", (options, given) => options with
        {
            LogLevel = Word(given, ("none", LogLevel.None), ("error", LogLevel.Error), ("warning", LogLevel.Warning), ("information", LogLevel.Information)),
        }),
        new("telemetry.collector", "nothing is sent", "Address of a collector of spans and measures, OTLP over HTTP, for example http://localhost:4318.", (options, given) => options with { Collector = Address(given) }),
        new("grace_s", "10", "How long calls may go on when the service is told to stop, s, 0 to 600.", (options, given) => options with { Grace = Seconds(given, 0, 600) }),
    ];

    private static TlsOptions NoTls => new() { Certificate = "" };

    private static Dictionary<string, string> CitiesOf(IReadOnlyList<string> paths)
    {
        var cities = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var id = OfficeNames.From(Path.GetFileNameWithoutExtension(path));
            if (!cities.TryAdd(id, Path.GetFullPath(path)))
            {
                throw new FormatException($"{path}: another file would be called cities/{id} too; rename one of them");
            }
        }

        return cities;
    }
}
