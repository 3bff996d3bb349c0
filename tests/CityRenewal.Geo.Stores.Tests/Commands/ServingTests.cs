using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>The service as the process that an office runs: its start, its log, its end, its keys, its back-up.</summary>
public sealed partial class ServingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-serving").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Told_to_end_it_ends_well_and_what_was_queued_goes_on_at_the_next_start()
    {
        var (city, office) = (Sample(), Path.Combine(_folder, "office"));
        string[] names;
        using (var first = Serving.Start("--city", city, "--store", office, "--set", "log.level=information"))
        {
            names = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => first.ProposeAsync($"p{i}")));
            Assert.Equal(0, await first.EndAsync());
            var call = first.Lines.Select(line => JsonDocument.Parse(line).RootElement).First(line => line.GetProperty("event").GetString() == "call");
            Assert.Equal("/cityrenewal.geo.v1.Plans/ProposePlans", call.GetProperty("method").GetString());
            Assert.Equal(("local", "administrator", "cities/city", "OK"), (call.GetProperty("caller").GetString(), call.GetProperty("role").GetString(), call.GetProperty("resource").GetString(), call.GetProperty("status").GetString()));
            Assert.True(call.GetProperty("milliseconds").GetDouble() > 0);
        }

        using var second = Serving.Start("--city", city, "--store", office);
        foreach (var name in names)
        {
            await second.DoneAsync(name);
        }

        Assert.Equal(0, await second.EndAsync());
        var log = JsonDocument.Parse(Renewal.Run("serve", "log", "--store", office, "--json").Output).RootElement.GetProperty("calls");
        Assert.Equal(3, log.EnumerateArray().Count(call => call.GetProperty("method").GetString()!.EndsWith("/ProposePlans", StringComparison.Ordinal)));
        RequireBackup(office, city);
    }

    [Fact]
    public void Bound_elsewhere_without_certificate_and_scheme_it_does_not_start_and_says_everything()
    {
        var ending = Renewal.Run("serve", "--listen", "0.0.0.0:0", "--set", "limits.depth=none", "--store", Path.Combine(_folder, "never"));

        Assert.Equal(2, ending.Code);
        Assert.Contains("needs TLS", ending.Error, StringComparison.Ordinal);
        Assert.Contains("say who they are", ending.Error, StringComparison.Ordinal);
        Assert.Contains("limits.depth (given)", ending.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "never")));
    }

    [Fact]
    public void Keys_are_made_shown_once_listed_and_revoked()
    {
        var file = Path.Combine(_folder, "keys.json");

        var made = Renewal.Run("serve", "keys", "add", "--keys", file, "--name", "qgis", "--role", "planner", "--district", "wanzhou", "--days", "30");
        var twice = Renewal.Run("serve", "keys", "add", "--keys", file, "--name", "qgis", "--role", "reader");
        var listed = Renewal.Run("serve", "keys", "list", "--keys", file);
        var revoked = Renewal.Run("serve", "keys", "revoke", "qgis", "--keys", file);

        Assert.Matches(@"\Acrk_[0-9a-f]{12}_[A-Za-z0-9_-]{43}\n\z", made.Output);
        Assert.Equal((2, 0), (twice.Code, revoked.Code));
        Assert.Contains("wanzhou", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Output.Trim()[17..], listed.Output + File.ReadAllText(file), StringComparison.Ordinal);
        Assert.DoesNotContain("qgis", Renewal.Run("serve", "keys", "list", "--keys", file).Output, StringComparison.Ordinal);
    }

    private void RequireBackup(string office, string city)
    {
        var (backup, restored) = (Path.Combine(_folder, "b.zip"), Path.Combine(_folder, "restored"));
        var bare = Renewal.Run("backup", office, "-o", backup);
        Assert.Equal(2, bare.Code);
        Assert.Contains("--city", bare.Error, StringComparison.Ordinal);
        Assert.Equal(0, Renewal.Run("backup", office, "--city", city, "-o", backup).Code);
        Assert.Equal("1 cities, 3 plans", Renewal.Run("restore", backup, restored).Output.Split(" →")[0]);
        Assert.Equal(2, Renewal.Run("restore", backup, restored).Code);
    }

    private string Sample()
    {
        var city = Path.Combine(_folder, "city.gpkg");
        Assert.Equal(0, Renewal.Run("sample", "--parcels", "300", "--seed", "7", "-o", city).Code);
        return city;
    }

    /// <summary>A service that runs as a process.</summary>
    private sealed partial class Serving : IDisposable
    {
        private readonly Process _process;
        private readonly HttpClient _http;
        private readonly StringBuilder _error = new();

        private Serving(Process process, Uri address)
        {
            (_process, _http) = (process, new HttpClient { BaseAddress = address });
            process.ErrorDataReceived += (_, line) => _error.AppendLine(line.Data);
            process.BeginErrorReadLine();
        }

        public IEnumerable<string> Lines => _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        public static Serving Start(params string[] arguments)
        {
            var process = Renewal.Start(["serve", "--json-port", "0", "--grpc-port", "0", .. arguments]);
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (Address().Match(line) is { Success: true } found)
                {
                    return new Serving(process, new Uri(found.Value));
                }
            }

            throw new InvalidOperationException(process.StandardError.ReadToEnd());
        }

        public async Task<string> ProposeAsync(string id)
        {
            using var answer = await _http.PostAsJsonAsync("v1/cities/city/plans:propose", new { planId = id });
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, body);
            return JsonDocument.Parse(body).RootElement.GetProperty("name").GetString()!;
        }

        public async Task DoneAsync(string name)
        {
            for (var i = 0; i < 1200; i++)
            {
                var run = JsonDocument.Parse(await _http.GetStringAsync($"v1/{name}")).RootElement;
                if (run.TryGetProperty("done", out var done) && done.GetBoolean())
                {
                    Assert.False(run.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object, run.ToString());
                    return;
                }

                await Task.Delay(100);
            }

            Assert.Fail($"{name} is not done");
        }

        public async Task<int> EndAsync()
        {
            Renewal.Shell($"kill -TERM {_process.Id}");
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
            return _process.ExitCode;
        }

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                _process.Kill();
            }

            _process.Dispose();
            _http.Dispose();
        }

        [GeneratedRegex("http://[0-9.:]+/")]
        private static partial Regex Address();
    }
}
