using CityRenewal.Geo.Service.Faults;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Names of resources on the wire: collections and ids in turn, `cities/wanzhou/plans/p1`.</summary>
internal static class ResourceNames
{
    /// <summary>The ids of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="field">The field that it stands in.</param>
    /// <param name="collections">The collections that it runs through, in their order.</param>
    /// <exception cref="BadRequestException">It is no such name.</exception>
    public static string[] Ids(string name, string field, params ReadOnlySpan<string> collections)
    {
        var parts = name.Split('/');
        var ids = new string[collections.Length];
        var fits = parts.Length == 2 * collections.Length;
        for (var i = 0; fits && i < collections.Length; i++)
        {
            (fits, ids[i]) = (parts[2 * i] == collections[i] && parts[(2 * i) + 1].Length > 0, parts[(2 * i) + 1]);
        }

        return fits ? ids : throw new BadRequestException([new FieldProblem(field, $"'{name}' is no name of this kind; write {Form(collections)}.")]);
    }

    private static string Form(ReadOnlySpan<string> collections)
    {
        var form = new List<string>();
        foreach (var collection in collections)
        {
            form.Add($"{collection}/ID");
        }

        return string.Join('/', form);
    }
}
