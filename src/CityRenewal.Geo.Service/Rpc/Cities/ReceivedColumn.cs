using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Service.Rpc.Cities;

/// <summary>A column that comes in batches; a batch that leaves it out has nothing for its rows.</summary>
internal sealed class ReceivedColumn
{
    private readonly V1.FeatureColumn.ValuesOneofCase _kind;
    private readonly TextColumnBuilder _texts = new();
    private readonly List<int> _integers = [];
    private readonly List<double> _reals = [];
    private int _count;

    private ReceivedColumn(V1.FeatureColumn.ValuesOneofCase kind) => _kind = kind;

    public static ReceivedColumn Of(V1.FeatureColumn first) => new(first.ValuesCase);

    /// <summary>Adds the values of a batch of so many rows.</summary>
    /// <returns>What is wrong with them; null where nothing is.</returns>
    public string? TryAdd(V1.FeatureColumn column, int rows)
    {
        if (column.ValuesCase != _kind || _kind == V1.FeatureColumn.ValuesOneofCase.None)
        {
            return $"came as {_kind} and goes on as {column.ValuesCase}; send one kind of values.";
        }

        var count = column.Texts?.Values.Count ?? column.Integers?.Values.Count ?? column.Reals.Values.Count;
        if (count != rows)
        {
            return $"has {count} values for {rows} features; give one for each.";
        }

        switch (_kind)
        {
            case V1.FeatureColumn.ValuesOneofCase.Texts:
                foreach (var text in column.Texts!.Values)
                {
                    _texts.Add(text);
                }

                break;
            case V1.FeatureColumn.ValuesOneofCase.Integers:
                _integers.AddRange(column.Integers!.Values);
                foreach (var row in column.Integers.Missing.Where(row => row >= 0 && row < rows))
                {
                    _integers[_count + row] = Unknown.Integer;
                }

                break;
            default:
                _reals.AddRange(column.Reals!.Values);
                break;
        }

        _count += rows;
        return null;
    }

    /// <summary>Makes it as long as its layer.</summary>
    public void FillTo(int rows)
    {
        for (; _count < rows; _count++)
        {
            switch (_kind)
            {
                case V1.FeatureColumn.ValuesOneofCase.Integers:
                    _integers.Add(Unknown.Integer);
                    break;
                case V1.FeatureColumn.ValuesOneofCase.Reals:
                    _reals.Add(double.NaN);
                    break;
                default:
                    _texts.Add("");
                    break;
            }
        }
    }

    public SourceColumn ToColumn(string name) => _kind switch
    {
        V1.FeatureColumn.ValuesOneofCase.Integers => new IntegerSource(name, [.. _integers]),
        V1.FeatureColumn.ValuesOneofCase.Reals => new RealSource(name, [.. _reals]),
        _ => new TextSource(name, _texts.ToColumn()),
    };
}
