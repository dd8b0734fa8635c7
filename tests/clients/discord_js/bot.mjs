// A bot of discord.js: /ping, which it answers once.
import { Client, EmbedBuilder, Events, GatewayIntentBits, SlashCommandBuilder } from "discord.js";

const { DISCORD_TOKEN, USHER_TEST_API, USHER_TEST_GUILD } = process.env;

const ping = new SlashCommandBuilder()
  .setName("ping")
  .setDescription("Says pong")
  .addStringOption((option) => option.setName("text").setDescription("What to say with it"));

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: `${USHER_TEST_API}/api` },
});

client.once(Events.ClientReady, async () => {
  await client.application.commands.set([ping], USHER_TEST_GUILD);
  console.log("ready");
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand() || interaction.commandName !== "ping") return;
  await interaction.deferReply();
  const embed = new EmbedBuilder().setTitle("pong").setDescription(interaction.options.getString("text"));
  await interaction.editReply({ embeds: [embed] });
  await client.destroy();
});

await client.login(DISCORD_TOKEN);
