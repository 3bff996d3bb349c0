using System.Text;
using System.Text.RegularExpressions;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CityRenewal.Geo.Service.Tests.Operating;

/// <summary>Whatever fails, answers tell nothing of the insides: no path, no SQL, no stack, no type.</summary>
public partial class LeaksTests
{
    [Fact]
    public async Task No_answer_to_any_failure_tells_of_paths_SQL_stacks_or_types()
    {
        await using var service = await StartedService.OnAsync();
        var answers = new List<(string Of, string Text)>();
        await FailAsync(service, "as it is", answers);
        service.App.Services.GetRequiredService<IOfficeStore>().Dispose();
        await FailAsync(service, "a store that is gone", answers);

        Assert.Contains(answers, answer => answer.Text.StartsWith("Internal ", StringComparison.Ordinal) || answer.Text.StartsWith("Unavailable ", StringComparison.Ordinal));
        Assert.True(answers.Count > 100);
        Assert.DoesNotContain(answers, answer => Inside().IsMatch(answer.Text) || answer.Text.Contains(service.Folder, StringComparison.Ordinal));
    }

    private static async Task FailAsync(StartedService service, string of, List<(string Of, string Text)> answers)
    {
        using var http = service.HttpFor(null);
        foreach (var method in RawCalls.Methods.Where(method => !method.IsClientStreaming))
        {
            foreach (var request in Requests(method.InputType))
            {
                var headers = await HeadersAsync(service, method, request);
                answers.Add(($"{of}: {method.Name}", headers));
            }
        }

        string[] addresses = ["/v1/cities/sample/plans/x", "/v1/cities/..%2f..%2fetc/plans", "/v1/operations/none", "/v1/nowhere", "/v1/rulePacks/none", "/readyz", "/v1/calls?pageToken=x", "/v1/cities/sample/plans?pageSize=a"];
        foreach (var address in addresses)
        {
            var answer = await http.GetAsync(address);
            answers.Add(($"{of}: {address}", answer.Headers + await answer.Content.ReadAsStringAsync()));
        }

        foreach (var body in new[] { "{", "[]", "{\"outlines\":3}", "{\"epsgCode\":\"x\"}", new string('[', 100_000), "\0" })
        {
            var answer = await http.PostAsync("/v1/outlines:measure", new StringContent(body, Encoding.UTF8, "application/json"));
            answers.Add(($"{of}: {body[..1]}", answer.Headers + await answer.Content.ReadAsStringAsync()));
        }
    }

    // Empty, garbage, and with every text a hostile name.
    private static IEnumerable<byte[]> Requests(MessageDescriptor type)
    {
        yield return [];
        yield return [0xff, 0xff, 0xff, 0xff, 0xff];
        foreach (var name in new[] { "cities/sample", "cities/sample/plans/none", "cities/../../etc/passwd", "operations/' OR 1=1 --", "rulePacks/../x", "x" })
        {
            var message = type.Parser.ParseFrom([]);
            foreach (var field in type.Fields.InDeclarationOrder().Where(field => field is { FieldType: FieldType.String, IsRepeated: false }))
            {
                field.Accessor.SetValue(message, name);
            }

            yield return message.ToByteArray();
        }
    }

    private static async Task<string> HeadersAsync(StartedService service, MethodDescriptor method, byte[] request)
    {
        var status = await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), method, request);
        return $"{status.StatusCode} {status.Detail}";
    }

    [GeneratedRegex(@"/(tmp|home|root|work|usr|var|etc/cityrenewal)/|\.cs:line|   at |SELECT |INSERT |sqlite|Npgsql|System\.|Microsoft\.|Exception\b|0x[0-9a-f]{8}", RegexOptions.IgnoreCase)]
    private static partial Regex Inside();
}
