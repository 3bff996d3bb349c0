using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>A layer whose rows have their final order: hands out its columns in it.</summary>
internal sealed class OrderedRows(SnappedLayer layer, int[] order, List<Defect> defects, ParallelOptions parallel)
{
    private const int Chunk = 8192;

    public int Count => order.Length;

    public SnappedLayer Layer => layer;

    /// <summary>Ids in the final order.</summary>
    public TextColumn Ids() => Gather(layer.Ids);

    /// <summary>Texts; missing where the layer lacks the column.</summary>
    public TextColumn Texts(string name) => layer.Column(name) switch
    {
        null => TextColumn.Missing(Count),
        TextSource texts => Gather(texts.Values),
        var other => TextColumn.From(order.Select(other.TextOf)),
    };

    /// <summary>Words that repeat, each read by <paramref name="word"/> where one is given.</summary>
    public CodeColumn Codes(string name, Func<string, string>? word = null)
    {
        if (layer.Column(name) is not { } column)
        {
            return CodeColumn.Unknown(Count);
        }

        return WordCodes.Of(column, order, word ?? (text => text), () => AddOfLayer(
            AttributeDefects.UnknownWord, $"{name} has more than {WordCodes.Most:N0} different words; the further ones count as unknown"), parallel);
    }

    /// <summary>Words of a fixed list, by the place of the word in it; the first place stands for unknown.</summary>
    public T[] Words<T>(string name, IReadOnlyDictionary<string, T> known)
        where T : struct, Enum
    {
        var codes = Codes(name);
        var values = new T[codes.Words.Count];
        for (var i = 1; i < values.Length; i++)
        {
            if (!known.TryGetValue(codes.Words[i], out values[i]))
            {
                AddOfLayer(AttributeDefects.UnknownWord, $"{name} is \"{codes.Words[i]}\"; known are {string.Join(", ", known.Keys)}");
            }
        }

        var column = new T[Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = values[codes.Codes[i]];
        }

        return column;
    }

    /// <summary>Real numbers; NaN where missing or not a number.</summary>
    public double[] Reals(string name)
    {
        var values = new double[Count];
        Fill(values, Unknown.Real, layer.Column(name) switch
        {
            null => null,
            RealSource reals => row => NumberText.Canonical(reals.Values[row]),
            IntegerSource integers => row => integers.Values[row] == Unknown.Integer ? Unknown.Real : integers.Values[row],
            var other => row => NumberText.RealOf(other.TextOf(row)),
        });
        return values;
    }

    /// <summary>Whole numbers; unknown where missing or not whole.</summary>
    public int[] Integers(string name)
    {
        var values = new int[Count];
        Fill(values, Unknown.Integer, layer.Column(name) switch
        {
            null => null,
            IntegerSource integers => row => integers.Values[row],
            RealSource reals => row => NumberText.WholeOf(reals.Values[row]),
            var other => row => NumberText.WholeOf(NumberText.RealOf(other.TextOf(row))),
        });
        return values;
    }

    /// <summary>Outlines in the final order.</summary>
    public PolygonColumns Polygons()
    {
        var (x, y, ringStart, featureStart) = RingGathering.Of(layer, order, parallel);
        return new PolygonColumns(x, y, ringStart, featureStart);
    }

    /// <summary>Lines in the final order.</summary>
    public LineColumns Lines()
    {
        var (x, y, ringStart, featureStart) = RingGathering.Of(layer, order, parallel);
        return new LineColumns(x, y, ringStart, featureStart);
    }

    /// <summary>Kinds of zones or barriers as glossary words; words that the layer does not know are listed.</summary>
    public CodeColumn Kinds()
    {
        var kinds = Codes("kind", given => KindWords.Of(layer.Name, given));
        var known = KindWords.KnownOf(layer.Name);
        foreach (var word in kinds.Words.Skip(1).Where(word => known.Count > 0 && !known.Contains(word)))
        {
            AddOfLayer(AttributeDefects.UnknownWord, $"kind is \"{word}\"; known are {string.Join(", ", known)}");
        }

        return kinds;
    }

    private void AddOfLayer(DefectKind kind, string detail)
    {
        lock (defects)
        {
            defects.Add(kind.At(FeaturePlace.WholeLayer(layer.Name), detail));
        }
    }

    private void Fill<T>(T[] values, T unknown, Func<int, T>? valueOf)
    {
        if (valueOf is null)
        {
            Array.Fill(values, unknown);
            return;
        }

        Parallel.For(0, (values.Length + Chunk - 1) / Chunk, parallel, chunk =>
        {
            for (var i = chunk * Chunk; i < Math.Min(values.Length, (chunk + 1) * Chunk); i++)
            {
                values[i] = valueOf(order[i]);
            }
        });
    }

    private TextColumn Gather(TextColumn texts)
    {
        var start = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
        {
            start[i + 1] = start[i] + texts.Utf8(order[i]).Length;
        }

        var bytes = new byte[start[^1]];
        Parallel.For(0, (order.Length + Chunk - 1) / Chunk, parallel, chunk =>
        {
            for (var i = chunk * Chunk; i < Math.Min(order.Length, (chunk + 1) * Chunk); i++)
            {
                texts.Utf8(order[i]).CopyTo(bytes.AsSpan(start[i]));
            }
        });
        return new TextColumn(bytes, start);
    }
}
