using System.CommandLine;
using System.Globalization;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Service;
using CityRenewal.Geo.Service.Operating.Settings;

namespace CityRenewal.Geo.Cli.Commands.Serving;

/// <summary>What `renewal serve` is given: the settings that people give most as options, all others with --set.</summary>
internal sealed class ServeSettings
{
    private const string FileVariable = "CITYRENEWAL_SETTINGS";

    private readonly Option<string[]> _city = new("--city") { Description = "City files to serve; each is called by its file name.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _store = new("--store") { Description = "Folder in which the office's cities, plans and records are kept; made where there is none. Default: CITYRENEWAL_STORE, else renewal-office." };
    private readonly Option<int?> _json = Options.Whole("--json-port", "Port for JSON on loopback, 0 for any free one; default 5080.", 0, 65535);
    private readonly Option<int?> _grpc = Options.Whole("--grpc-port", "Port for gRPC on loopback, 0 for any free one; default 5081.", 0, 65535);
    private readonly Option<string?> _listen = new("--listen") { Description = "ADDRESS:PORT for others, gRPC and JSON together; needs a certificate, and keys or tokens." };
    private readonly Option<string?> _certificate = new("--certificate") { Description = "Certificate as PEM or PFX." };
    private readonly Option<string?> _key = new("--key") { Description = "Private key of the certificate as PEM." };
    private readonly Option<string?> _file = new("--settings") { Description = $"File of settings, YAML or JSON; default {FileVariable}. renewal serve settings lists what it may hold." };
    private readonly Option<string[]> _set = new("--set") { Description = "A setting, NAME=VALUE; may be given several times.", Arity = ArgumentArity.OneOrMore };

    /// <summary>Lets a command take them.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _city, _store, _json, _grpc, _listen, _certificate, _key, _file, _set })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the service is started with.</summary>
    /// <exception cref="SettingsException">Lists everything that is wrong.</exception>
    public ServiceOptions Read(ParseResult parsed)
    {
        var given = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var text in parsed.GetValue(_set) ?? [])
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            var name = at > 0 ? text[..at] : throw new InputException($"--set {text}: write NAME=VALUE; renewal serve settings lists the names");
            given[name] = [.. given.GetValueOrDefault(name) ?? [], text[(at + 1)..]];
        }

        Put("store", parsed.GetValue(_store));
        Put("json_port", parsed.GetValue(_json)?.ToString(CultureInfo.InvariantCulture));
        Put("grpc_port", parsed.GetValue(_grpc)?.ToString(CultureInfo.InvariantCulture));
        Put("listen", parsed.GetValue(_listen));
        Put("tls.certificate", parsed.GetValue(_certificate));
        Put("tls.key", parsed.GetValue(_key));
        if (parsed.GetValue(_city) is { Length: > 0 } cities)
        {
            given["cities"] = cities;
        }

        return ServiceSettings.Read(given, Environment.GetEnvironmentVariable, parsed.GetValue(_file) ?? Environment.GetEnvironmentVariable(FileVariable));

        void Put(string name, string? value)
        {
            if (value is not null)
            {
                given[name] = [value];
            }
        }
    }
}
