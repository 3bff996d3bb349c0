using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CityRenewal.Geo.Service.Operating.Logs;

/// <summary>Writes an event as one line of JSON: time, level, event, its numbers and words by name.</summary>
internal sealed class JsonLines(TimeProvider clock) : ConsoleFormatter(Form)
{
    public const string Form = "renewal-json";
    private const string Sentence = "{OriginalFormat}";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow().UtcDateTime);
            json.WriteString("level", logEntry.LogLevel.ToString().ToLowerInvariant());
            json.WriteString("event", logEntry.EventId.Name ?? logEntry.Category);
            var isTold = logEntry.State is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 1 } parts && WriteParts(json, parts);
            if (!isTold || logEntry.Exception is not null)
            {
                json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            }

            if (logEntry.Exception is { } fault)
            {
                json.WriteString("exception", fault.ToString());
            }

            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }

    private static bool WriteParts(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>> parts)
    {
        foreach (var (name, value) in parts)
        {
            if (name == Sentence)
            {
                continue;
            }

            switch (value)
            {
                case double number when double.IsFinite(number):
                    json.WriteNumber(name, Math.Round(number, 3));
                    break;
                case int number:
                    json.WriteNumber(name, number);
                    break;
                default:
                    json.WriteString(name, value?.ToString());
                    break;
            }
        }

        return true;
    }
}
