using System.Text.Json;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Reads the array of features in several places at once. Where a run may start is guessed from the bytes, and proven by the
/// run before it, which must end right there; where a guess was wrong, or anything is, all is read from the start again.
/// </summary>
internal sealed class GeoJsonRuns(byte[] json, string layer, CancellationToken cancel)
{
    /// <summary>Bytes after which the next run may start.</summary>
    public int BytesOfRun { get; init; } = 8 << 20;

    /// <summary>
    /// The features from a place on, which lies right behind the bracket of the array, and where the closing one stands.
    /// Null where they have to be read one after the other.
    /// </summary>
    public (IReadOnlyList<GeoJsonFeatures> Runs, int End)? Read(int from, JsonReaderState state)
    {
        var starts = Starts(from);
        if (starts.Count < 2)
        {
            return null;
        }

        var (runs, ends) = (new GeoJsonFeatures[starts.Count], new int[starts.Count]);
        try
        {
            Parallel.For(0, runs.Length, new ParallelOptions { CancellationToken = cancel }, i =>
            {
                runs[i] = new GeoJsonFeatures(layer);
                ends[i] = Read(runs[i], starts[i], i + 1 < starts.Count ? starts[i + 1] : int.MaxValue, state);
            });
        }
        catch (AggregateException)
        {
            // Whatever it was, reading from the start finds it and says where it is.
            return null;
        }

        var areProven = Enumerable.Range(1, starts.Count - 1).All(i => IsBetweenFeatures(ends[i - 1], starts[i]));
        return areProven ? (runs, ends[^1]) : null;
    }

    // Where the next run starts, or where the array ends; features beyond the start of the next run prove it wrong.
    private int Read(GeoJsonFeatures run, int start, int next, JsonReaderState state)
    {
        var reader = new Utf8JsonReader(json.AsSpan(start), isFinalBlock: true, state);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            JsonSteps.Read(ref reader);
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return start + (int)reader.TokenStartIndex;
            }

            JsonSteps.Expect(ref reader, JsonTokenType.StartObject, "a feature");
            run.Feature(ref reader);
            var end = start + (int)reader.BytesConsumed;
            if (end > next || IsBetweenFeatures(end, next))
            {
                return end;
            }
        }
    }

    private bool IsBetweenFeatures(int end, int next)
    {
        if (next >= json.Length || end >= next)
        {
            return false;
        }

        var comma = AfterBlanks(end);
        return json[comma] == (byte)',' && AfterBlanks(comma + 1) == next;
    }

    private List<int> Starts(int from)
    {
        var starts = new List<int> { from };
        for (var wanted = (long)from + BytesOfRun; wanted < json.Length; wanted = Math.Max(wanted, starts[^1]) + BytesOfRun)
        {
            if (StartAfter((int)wanted) is not { } start)
            {
                break;
            }

            starts.Add(start);
        }

        return starts;
    }

    // Behind a closing brace and a comma, an object whose first member says that it is a feature.
    private int? StartAfter(int wanted)
    {
        var at = wanted;
        while (json.AsSpan(at).IndexOf("\"Feature\""u8) is var found and >= 0)
        {
            at += found;
            var open = json.AsSpan(0, at).LastIndexOf((byte)'{');
            if (open >= wanted && IsTypeMember(json.AsSpan(open + 1, at - open - 1)) && BeforeBlanks(open) is var comma and > 0
                && json[comma] == (byte)',' && json[BeforeBlanks(comma)] == (byte)'}')
            {
                return open;
            }

            at++;
        }

        return null;
    }

    private static bool IsTypeMember(ReadOnlySpan<byte> text)
    {
        var member = text.Trim(" \t\r\n"u8);
        return member.StartsWith("\"type\""u8) && member[6..].Trim(" \t\r\n"u8).SequenceEqual(":"u8);
    }

    private int AfterBlanks(int at)
    {
        while (at + 1 < json.Length && json[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        return at;
    }

    private int BeforeBlanks(int at)
    {
        at--;
        while (at > 0 && json[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at--;
        }

        return Math.Max(at, 0);
    }
}
