using System.Reflection;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>The one step beside the numbered ones: spreads the tables over the nodes of Citus, where that extension exists.</summary>
static class Citus
{
    public static string Text
    {
        get
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Citus.distribute.sql")!);
            return reader.ReadToEnd();
        }
    }

    public static void Distribute(NpgsqlDataSource source)
    {
        using var command = source.CreateCommand(Text);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
