using System.Net;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Hostile;

/// <summary>Names that want to be paths, SQL, or more than anybody can read.</summary>
[Collection("service")]
public class NamesTests(RunningService service)
{
    private static readonly string[] Hostile =
    [
        "../../../etc/passwd", "..", ".", "/", "//", "a/../../b", "sample/../sample", "sample\0.gpkg", "sample\r\nx: y", "'; DROP TABLE plans; --", "%2e%2e%2f",
        "\u202e\u0000\ud83d\ude00", "CON", "~", "$(id)", "*", "?", "sample?x=1#y", new string('a', 70_000), "城市", "-", " ", "SAMPLE",
    ];

    [Fact]
    public async Task A_hostile_name_in_any_text_of_any_request_is_refused_and_touches_nothing()
    {
        var before = Files();
        var wrong = new List<string>();
        foreach (var method in RawCalls.Methods.Where(method => method.Service.FullName.StartsWith("cityrenewal", StringComparison.Ordinal) && !method.IsClientStreaming))
        {
            foreach (var name in Hostile.SelectMany(hostile => new[] { hostile, $"cities/{hostile}", $"operations/{hostile}" }))
            {
                var status = await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), method, With(method.InputType, name));
                if (status.StatusCode is StatusCode.Internal or StatusCode.Unknown or StatusCode.Unavailable)
                {
                    wrong.Add($"{method.Name} {name[..Math.Min(30, name.Length)]}: {status}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_hostile_name_in_an_address_is_not_found_or_refused()
    {
        using var http = new HttpClient { BaseAddress = service.Json };
        foreach (var name in Hostile.Where(name => name.Length < 5_000))
        {
            var answer = await http.GetAsync($"/v1/cities/{Uri.EscapeDataString(name)}/plans/x");
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }

        Assert.InRange((int)(await http.GetAsync($"/v1/cities/{new string('a', 9_000)}/plans")).StatusCode, 400, 499);
    }

    private static byte[] With(MessageDescriptor type, string name)
    {
        var message = type.Parser.ParseFrom([]);
        foreach (var field in type.Fields.InDeclarationOrder().Where(field => field is { FieldType: FieldType.String, IsRepeated: false }))
        {
            field.Accessor.SetValue(message, name);
        }

        return message.ToByteArray();
    }

    // Records may grow; no file comes or goes.
    private string[] Files() =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(service.Office)!, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".cache", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
