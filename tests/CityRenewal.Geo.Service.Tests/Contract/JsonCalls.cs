using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CityRenewal.Geo.Service.Contract;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Contract;

/// <summary>Makes any call of the contract twice: over gRPC, and as JSON by its route.</summary>
internal sealed class JsonCalls(RunningService service, HttpClient http)
{
    // An empty part and `v1`.
    private const int PartsBeforeName = 2;

    /// <summary>The answers over gRPC, as JSON; of an endless stream the first.</summary>
    public async Task<IReadOnlyList<string>> OverGrpcAsync(MethodDescriptor method, IMessage request)
    {
        var call = new Method<IMessage, IMessage>(
            method.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary, method.Service.FullName, method.Name,
            Marshallers.Create<IMessage>(message => message.ToByteArray(), bytes => method.InputType.Parser.ParseFrom(bytes)),
            Marshallers.Create<IMessage>(message => message.ToByteArray(), bytes => method.OutputType.Parser.ParseFrom(bytes)));
        var invoker = service.Channel.CreateCallInvoker();
        if (!method.IsServerStreaming)
        {
            return [Format(await invoker.AsyncUnaryCall(call, null, new CallOptions(), request))];
        }

        var answers = new List<string>();
        using var stream = invoker.AsyncServerStreamingCall(call, null, new CallOptions(), request);
        while ((!IsEndless(method) || answers.Count == 0) && await stream.ResponseStream.MoveNext(CancellationToken.None))
        {
            answers.Add(Format(stream.ResponseStream.Current));
        }

        return answers;
    }

    /// <summary>The answers as JSON; of an endless stream the first.</summary>
    public async Task<IReadOnlyList<string>> OverHttpAsync(HttpRoute route, IMessage request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(route.Verb.ToUpperInvariant()), AddressOf(route, request));
        if (BodyOf(route, request) is { } body)
        {
            message.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{route.Verb} {message.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        if (route.Method.OutputType.FullName == "google.api.HttpBody")
        {
            return [$"{answer.Content.Headers.ContentType} {(await answer.Content.ReadAsByteArrayAsync()).Length}"];
        }

        if (!route.Method.IsServerStreaming)
        {
            return [Parsed(route, await answer.Content.ReadAsStringAsync())];
        }

        var answers = new List<string>();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while ((!IsEndless(route.Method) || answers.Count == 0) && await reader.ReadLineAsync() is { } line)
        {
            answers.Add(Parsed(route, line));
        }

        return answers;
    }

    private static bool IsEndless(MethodDescriptor method) => method.Name is "WatchCity";

    private static string Parsed(HttpRoute route, string json) =>
        Format(new JsonParser(JsonParser.Settings.Default.WithTypeRegistry(WireTypes.Registry)).Parse(json, route.Method.OutputType));

    private static string Format(IMessage message) => message is Google.Api.HttpBody file
        ? $"{file.ContentType} {file.Data.Length}"
        : new JsonFormatter(JsonFormatter.Settings.Default.WithTypeRegistry(WireTypes.Registry)).Format(message);

    private static JsonObject FieldsOf(IMessage request) => JsonNode.Parse(Format(request))!.AsObject();

    private static string AddressOf(HttpRoute route, IMessage request)
    {
        var name = route.Bound.Split('.').Where(part => part.Length > 0).Aggregate(
            (object?)request, (at, part) => at is IMessage message ? message.Descriptor.FindFieldByName(part).Accessor.GetValue(message) : null) as string;
        var given = (name ?? "").Split('/');
        var path = string.Join('/', route.Path.Split('/').Select((part, i) =>
            part.StartsWith('{') ? part.Replace(part[..(part.IndexOf('}', StringComparison.Ordinal) + 1)], Uri.EscapeDataString(given[i - PartsBeforeName]), StringComparison.Ordinal) : part));

        if (route.Body.Length > 0)
        {
            return path;
        }

        var fields = FieldsOf(request);
        fields.Remove(JsonNameOf(route));
        var query = fields.SelectMany(field => field.Value is JsonArray many
            ? many.Select(value => $"{field.Key}={Uri.EscapeDataString(value!.ToString())}")
            : [$"{field.Key}={Uri.EscapeDataString(field.Value!.ToString())}"]).ToList();
        return query.Count > 0 ? $"{path}?{string.Join('&', query)}" : path;
    }

    private static string? BodyOf(HttpRoute route, IMessage request)
    {
        if (route.Body.Length == 0)
        {
            return null;
        }

        var fields = FieldsOf(request);
        if (route.Body != "*")
        {
            return fields[route.Method.InputType.FindFieldByName(route.Body).JsonName]!.ToJsonString();
        }

        fields.Remove(JsonNameOf(route));
        return fields.ToJsonString();
    }

    private static string JsonNameOf(HttpRoute route) => route.Bound.Length == 0 ? "" : route.Method.InputType.FindFieldByName(route.Bound.Split('.')[0]).JsonName;
}
