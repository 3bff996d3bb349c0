using System.Globalization;

namespace CityRenewal.Geo.Editing;

/// <summary>Begins an area with parcels that are in none.</summary>
/// <param name="Area">Its id; empty takes the next number.</param>
/// <param name="Parcels">Its first parcels, by id.</param>
public sealed record BeginArea(string Area, IReadOnlyList<string> Parcels) : Edit
{
    /// <summary>Id in a command for an area that takes the next number.</summary>
    internal const string Next = "-";

    /// <inheritdoc/>
    public override AppliedEdit Said => new(
        $"begin {(Area.Length == 0 ? Next : EditCommand.Quoted(Area))} {Ids(Parcels)}",
        $"Began {(Area.Length == 0 ? "an area" : Area)} with {List(Parcels)}.",
        $"以 {ListChinese(Parcels)} 新设{(Area.Length == 0 ? "片区" : $" {Area}")}。");

    /// <inheritdoc/>
    internal override EditState On(EditDesk desk)
    {
        var parcels = desk.Parcels(Parcels);
        desk.RequireFree(parcels);
        if (desk.State.Areas.ContainsKey(Area))
        {
            desk.Refuse("area", Area, "There is an area of that id.", $"Add to it (add {Area} …), or give another id.");
        }

        desk.Require();
        var (id, next) = Area.Length > 0 ? (Area, desk.State.NextNumber) : NextOf(desk.State);
        return (desk.State with { NextNumber = next }).With(id, parcels);
    }

    /// <summary>The next free name and the number after it.</summary>
    internal static (string Id, int Next) NextOf(EditState state)
    {
        var number = state.NextNumber;
        while (state.Areas.ContainsKey(NameOf(number)))
        {
            number++;
        }

        return (NameOf(number), number + 1);
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"A{number:000}");
}
