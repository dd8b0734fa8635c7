// /preview by discord.js: role check, deferral, one call of the groups API, one embed.
import { Client, EmbedBuilder, Events, GatewayIntentBits, MessageFlags, SlashCommandBuilder } from "discord.js";

const { DISCORD_API, DISCORD_TOKEN, GROUPS_API, GROUPS_API_KEY, GUILD_ID, ROLE_ID } = process.env;

const preview = new SlashCommandBuilder()
  .setName("preview")
  .setDescription("Shows the group behind an invite code")
  .addStringOption((option) => option.setName("code").setDescription("Invite code").setRequired(true));

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  // Answers to interactions do not count against Discord's 50 a second; the library counts them.
  rest: { api: `${DISCORD_API}/api`, globalRequestsPerSecond: Infinity },
});

client.once(Events.ClientReady, async () => {
  await client.application.commands.set([preview], GUILD_ID);
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand() || interaction.commandName !== "preview") return;
  if (!interaction.member.roles.cache.has(ROLE_ID)) {
    await interaction.reply({ content: "You may not do this.", flags: MessageFlags.Ephemeral });
    return;
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const url = new URL(`${GROUPS_API}/join`);
  url.searchParams.set("code", interaction.options.getString("code", true));
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${GROUPS_API_KEY}` } });
  const { data } = await answer.json();
  const embed = new EmbedBuilder()
    .setTitle(data.name)
    .addFields({ name: "Members", value: String(data.size), inline: true }, { name: "Id", value: data.id });
  await interaction.editReply({ embeds: [embed] });
});

process.once("SIGTERM", () => client.destroy());

await client.login(DISCORD_TOKEN);
