using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Ids that are missing or used more than once. Every row that shares an id is named: none of them is "the" original.</summary>
internal static class DuplicateIdCheck
{
    public static void Check(LayerFindings findings)
    {
        if (findings.Layer.Column(LayerNames.IdColumn(findings.Layer.Name)) is not { } column)
        {
            return;
        }

        var ids = TextIndex.Of(column);
        var rowsOf = new TextIndex(ids);
        var named = new HashSet<int>();
        for (var row = 0; row < findings.Layer.Shapes.Count; row++)
        {
            if (ids.Utf8(row).Length == 0)
            {
                findings.Add(AttributeDefects.MissingId, row);
            }
            else if (rowsOf.Add(row) is var first && first != row)
            {
                Name(findings, first, named);
                Name(findings, row, named);
            }
        }
    }

    private static void Name(LayerFindings findings, int row, HashSet<int> named)
    {
        if (named.Add(row))
        {
            findings.Add(AttributeDefects.DuplicateId, row, findings.IdOf(row));
        }
    }
}
