using CityRenewal.Geo.Service.V1;

namespace CityRenewal.Geo.Service.Access;

/// <summary>The words of roles in keys, tokens and records.</summary>
public static class RoleWords
{
    private static readonly Dictionary<string, Role> Words = new(StringComparer.Ordinal)
    {
        ["anyone"] = Role.Anyone,
        ["reader"] = Role.Reader,
        ["planner"] = Role.Planner,
        ["chief_planner"] = Role.ChiefPlanner,
        ["administrator"] = Role.Administrator,
    };

    /// <summary>The words of roles that somebody can be given.</summary>
    public static IEnumerable<string> Given => Words.Keys.Where(word => word != "anyone");

    /// <summary>The word of a role.</summary>
    public static string Of(Role role) => Words.FirstOrDefault(word => word.Value == role).Key ?? "unspecified";

    /// <summary>The role of a word; null where it is none that can be given.</summary>
    public static Role? Find(string word) => Words.TryGetValue(word, out var role) && role != Role.Anyone ? role : null;
}
