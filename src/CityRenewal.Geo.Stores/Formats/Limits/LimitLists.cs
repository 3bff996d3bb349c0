using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the lists of a limits file: groups of parcels, crossings, projects.</summary>
internal static class LimitLists
{
    private static readonly PackKeys ApartKeys = new(["parcels"], ["price"]);
    private static readonly PackKeys LinkKeys = new(["parcels", "price"], []);
    private static readonly PackKeys DivisionKeys = new(["division", "price"], []);
    private static readonly PackKeys WholeKeys = new([], ["name", "parcels", "division", "obligatory", "price"]);
    private static readonly PackKeys CrossingKeys = new(["kind", "price"], []);
    private static readonly PackKeys ProjectKeys = new(["id", "parcels"], ["phase", "category"]);

    /// <summary>The entries of a list; none where it is not there.</summary>
    public static IReadOnlyList<T> Of<T>(PackNode? node, Func<PackNode, T> read) => node is null ? [] : [.. node.Items().Select(read)];

    /// <summary>Ids of parcels, or names.</summary>
    public static IReadOnlyList<string> Ids(PackNode? node) => Of(node, item => item.Text());

    /// <summary>Parcels of which no two lie in one area.</summary>
    public static ApartGroup Apart(PackNode node)
    {
        var fields = node.Fields(ApartKeys);
        return new ApartGroup(Ids(fields["parcels"]), fields["price"]?.Number(double.MaxValue));
    }

    /// <summary>Parcels that are wanted together at a price.</summary>
    public static LinkPrice Link(PackNode node)
    {
        var fields = node.Fields(LinkKeys);
        return new LinkPrice(Ids(fields["parcels"]), fields["price"]?.Number(double.MaxValue) ?? 0);
    }

    /// <summary>A division that is crossed at a price.</summary>
    public static DivisionPrice DivisionAtPrice(PackNode node)
    {
        var fields = node.Fields(DivisionKeys);
        return new DivisionPrice(fields.Text("division"), fields["price"]?.Number(double.MaxValue) ?? 0);
    }

    /// <summary>A group that is kept whole.</summary>
    public static WholeGroup Whole(PackNode node)
    {
        var fields = node.Fields(WholeKeys);
        return new WholeGroup
        {
            Name = fields.Text("name"), Parcels = Ids(fields["parcels"]), Division = fields.Text("division"),
            IsObligatory = fields["obligatory"]?.Truth() ?? false, Price = fields["price"]?.Number(double.MaxValue),
        };
    }

    /// <summary>A kind of barrier that is crossed at a price.</summary>
    public static CrossingPrice Crossing(PackNode node)
    {
        var fields = node.Fields(CrossingKeys);
        return new CrossingPrice(fields.Text("kind"), fields["price"]?.Number(double.MaxValue) ?? 0);
    }

    /// <summary>A project.</summary>
    public static ProjectRequest Project(PackNode node)
    {
        var fields = node.Fields(ProjectKeys);
        var phase = fields["phase"]?.Number(1_000) ?? 0;
        if (phase != Math.Floor(phase))
        {
            fields["phase"]!.Trouble(PackSenseTroubles.Impossible(phase, "a whole number", "整数"));
        }

        return new ProjectRequest { Id = fields.Text("id"), Parcels = Ids(fields["parcels"]), Phase = (int)phase, Category = fields.Text("category") };
    }
}
