using System.Net;
using System.Text.RegularExpressions;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.V1;
using Google.Api;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CityRenewal.Geo.Service.Tests.Access;

/// <summary>Every role on every method: exactly what the contract states.</summary>
public partial class RolesTests
{
    [Fact]
    public void Every_method_of_the_contract_states_who_may_call_it() =>
        Assert.Empty(RawCalls.Methods.Where(method => MethodRoles.StatedOf(method) is null).Select(method => method.FullName));

    [Fact]
    public async Task Every_role_may_call_over_gRPC_what_is_stated_and_nothing_else()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        await using var service = await StartedService.OnAsync(staff.On, folder);
        var wrong = new List<string>();
        foreach (var (role, key) in Callers(staff))
        {
            using var channel = service.ChannelFor(key);
            foreach (var method in RawCalls.Methods)
            {
                var status = (await RawCalls.CallAsync(channel.CreateCallInvoker(), method, [])).StatusCode;
                Note(wrong, role, method, Expected(role, method), status switch
                {
                    StatusCode.Unauthenticated or StatusCode.PermissionDenied or StatusCode.Unimplemented => status,
                    _ => StatusCode.OK,
                });
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_role_may_call_as_JSON_what_is_stated_and_nothing_else()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        await using var service = await StartedService.OnAsync(staff.On, folder);
        var wrong = new List<string>();
        foreach (var (role, key) in Callers(staff))
        {
            using var http = service.HttpFor(key);
            foreach (var method in RawCalls.Methods.Where(method => RuleOf(method) is not null))
            {
                using var request = RequestOf(RuleOf(method)!);
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                Note(wrong, role, method, Expected(role, method), answer.StatusCode switch
                {
                    HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
                    HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
                    HttpStatusCode.MethodNotAllowed => StatusCode.Unimplemented,
                    _ => StatusCode.OK,
                });
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_address_of_the_service_states_who_may_ask_for_it()
    {
        await using var service = await StartedService.OnAsync();
        var silent = service.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.DisplayName?.StartsWith("gRPC - Unimplemented", StringComparison.Ordinal) != true)
            .Where(endpoint => endpoint.Metadata.GetMetadata<MayCall>() is null
                && (endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is not { } grpc || MethodRoles.Of(grpc.Method.FullName) is null));

        Assert.Empty(silent.Select(endpoint => endpoint.DisplayName));
    }

    [Fact]
    public async Task An_address_that_states_nobody_is_refused_to_everybody()
    {
        await using var service = await StartedService.OnAsync(add: app => app.MapGet("/forgotten", () => "secret"));
        using var http = service.HttpFor(null);

        var answer = await http.GetAsync("/forgotten");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("NOBODY_MAY", await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<(Role Role, string? Key)> Callers(Staff staff) =>
        staff.Keys.Select(key => (key.Key, (string?)key.Value)).Prepend((Role.Anyone, null));

    private static StatusCode Expected(Role role, MethodDescriptor method) =>
        role >= MethodRoles.StatedOf(method) ? StatusCode.OK : role == Role.Anyone ? StatusCode.Unauthenticated : StatusCode.PermissionDenied;

    private static void Note(List<string> wrong, Role role, MethodDescriptor method, StatusCode expected, StatusCode got)
    {
        if (got != expected)
        {
            wrong.Add($"{role} {method.FullName}: {got}, not {expected}");
        }
    }

    private static HttpRule? RuleOf(MethodDescriptor method) => method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);

    private static HttpRequestMessage RequestOf(HttpRule rule)
    {
        var (verb, pattern) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => (HttpMethod.Get, rule.Get),
            HttpRule.PatternOneofCase.Post => (HttpMethod.Post, rule.Post),
            HttpRule.PatternOneofCase.Patch => (HttpMethod.Patch, rule.Patch),
            HttpRule.PatternOneofCase.Put => (HttpMethod.Put, rule.Put),
            _ => (HttpMethod.Delete, rule.Delete),
        };
        var request = new HttpRequestMessage(verb, Variable().Replace(pattern, found => found.Groups[1].Value).Replace("*", "x", StringComparison.Ordinal));
        if (verb != HttpMethod.Get && verb != HttpMethod.Delete)
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        return request;
    }

    [GeneratedRegex(@"\{[^=}]*=?([^}]*)\}")]
    private static partial Regex Variable();
}
