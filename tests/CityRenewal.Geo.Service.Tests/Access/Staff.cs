using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Access.Keys;
using CityRenewal.Geo.Service.V1;

namespace CityRenewal.Geo.Service.Tests.Access;

/// <summary>A file of keys with one for every role.</summary>
internal sealed class Staff
{
    public Staff(string folder)
    {
        File = Path.Combine(folder, "keys.json");
        foreach (var word in RoleWords.Given)
        {
            Keys[RoleWords.Find(word)!.Value] = Add(word, word);
        }
    }

    public string File { get; }

    public Dictionary<Role, string> Keys { get; } = [];

    public string Add(string name, string role, params string[] districts) =>
        new KeyFile(File).Add(name, role, districts, (TimeProvider.System.GetUtcNow(), null)).Text;

    public ServiceOptions On(ServiceOptions options) => options with { Access = options.Access with { KeysFile = File } };
}
