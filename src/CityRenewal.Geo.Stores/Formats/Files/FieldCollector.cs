using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Collects the values of one field as texts; rows that do not have it are missing.</summary>
internal sealed class FieldCollector(string name)
{
    private readonly TextColumnBuilder _values = new();
    private int _rows;

    /// <summary>Name of the field in the file.</summary>
    public string Name { get; } = name;

    /// <summary>Name of the field as UTF-8, for comparing without making a text.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Sets the value of a row; rows left out before it are missing, and of two values of one row the first counts.</summary>
    public void Set(int row, ReadOnlySpan<byte> utf8)
    {
        if (row >= _rows)
        {
            FillTo(row);
            _values.Add(utf8);
            _rows++;
        }
    }

    /// <summary>The column, with as many rows as the layer has.</summary>
    public SourceColumn ToColumn(int rows)
    {
        FillTo(rows);
        return new TextSource(Name, _values.ToColumn());
    }

    private void FillTo(int rows)
    {
        while (_rows < rows)
        {
            _values.Add((string?)null);
            _rows++;
        }
    }
}
